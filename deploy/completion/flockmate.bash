# Bash completion for flockmate. What it offers is read from the program's own help, so it is never out of date.
_flockmate() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]} command='' one page
  for one in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
    if [[ $one != -* ]]; then
      command=$one
      break
    fi
  done
  COMPREPLY=()
  if [[ -z $command || ($command == help && $COMP_CWORD -gt 1) ]]; then
    page=$("$program" help 2>/dev/null | sed -n '/^Subcommands:/,$ s/^  \([a-z]\+\) .*/\1/p')
    mapfile -t COMPREPLY < <(compgen -W "$page" -- "$word")
    return
  fi
  page=$("$program" help "$command" 2>/dev/null)
  case $previous in
    --config | --output | --accept) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    --rules | --against | --state) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    --*)
      # An option that takes one of several words: its help shows them as {text,json}.
      one=$(sed -n "s/^ *$previous [A-Z]*:{\([^}]*\)}.*/\1/p" <<<"$page")
      mapfile -t COMPREPLY < <(compgen -W "${one//,/ }" -- "$word")
      ;;
  esac
  if [[ ${#COMPREPLY[@]} -gt 0 ]]; then return; fi
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(grep -o -- '--[a-z-]\+' <<<"$page" | sort -u)" -- "$word")
  else
    # A word that is one of several, such as login's NETWORK; else files.
    one=$(sed -n 's/^  [A-Z]\+ TEXT:{\([^}]*\)}.*/\1/p' <<<"$page")
    if [[ -n $one ]]; then
      mapfile -t COMPREPLY < <(compgen -W "${one//,/ }" -- "$word")
    else
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
  fi
}
complete -o filenames -F _flockmate flockmate
