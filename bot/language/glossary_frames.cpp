#include "language/glossary_frames.hpp"

#include <array>
#include <vector>

#include "language/glossary_frame_parts.hpp"

namespace language {
namespace {

constexpr std::array frames = {
    // A meaning is asked, whatever the word.
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:exactly |on earth )?(?:does|do|did|is|are) " GLOSS_ARTICLE GLOSS_TERM
                  " (?:mean|means|stand for|stands for|meant|refers? to|denotes?)" GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\bwhat (?:do|does) (?:people|ppl|you|they|we|u|everyone|folks|guys|y'all) (?:all |guys "
                  "|people |folks )?mean (?:by|when "
                  "(?:they|you|people) say) " GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\bwhat(?:'s| is) meant (?:by|with|when (?:you|people|they) say) " GLOSS_ARTICLE GLOSS_TERM
                      GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"(?:^|what(?:'s| is|s) |[,:] ?|\\b(?:the|a|know|explain|give) )(?:the |a "
                  ")?(?:meaning|definition) of " GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"^(?:.*\\b)?define:? " GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL, true, false},
    GlossaryFrame{"\\b(?:what|tell me what|know what|explain what|understand what|understood what|idea "
                  "what) " GLOSS_ARTICLE GLOSS_TERM " (?:means?|stands for)" GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"^(?:.*\\b)?" GLOSS_TERM " (?:stands? for|is short for|means?) what" GLOSS_TAIL, true,
                  false},
    GlossaryFrame{"\\b" GLOSS_WHAT "(?:'s| is| are|s) " GLOSS_ARTICLE GLOSS_TERM
                  " (?:short|an? (?:acronym|abbreviation)|supposed to mean|supposed to be|stand(?:s|ing)?)"
                  "(?: for)?" GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:know|knows|understand|understood|explain|tell me|idea|clue|idk|dunno|unsure|sure|"
                  "wondering|confused) what an? " GLOSS_TERM " (?:is|are|even is)\\b" GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"^(?:.*[,:] )?" GLOSS_TERM
                  ",? (?:ca |cela )?(?:(?:veut|veulent) dire|signifie(?:nt)?) quoi" GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:que|qu') ?(?:veut|veulent|voudrait) dire "
                  "(?:le mot |l'expression |un |une |le |la |les |l')?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:que|qu') ?signifien?t? "
                  "(?:le mot |l'expression |un |une |le |la |les |l')?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:ca|cela|sa) (?:veut|signifie) (?:dire )?quoi,? "
                  "(?:le mot |un |une |le |la |les |l')?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"^" GLOSS_TERM ",? (?:ca|cela|sa) (?:veut|signifie) (?:dire )?quoi" GLOSS_TAIL, true,
                  false},
    GlossaryFrame{"\\b(?:definition|sens|signification) (?:de l'|du mot|du terme|de "
                  "la|de|du|d'un|d'une|d'|des) ?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:definir|definissez|definis) "
                  "(?:le mot |un |une |le |la |les |l')?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"\\bqu'(?:entend|entendez|appelle)-?(?:t-)?(?:on|vous) (?:par )?"
                  "(?:un |une |le |la |les |l')?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    // With an indefinite article a meaning is asked; without one the word has to be in the glossary.
    GlossaryFrame{"(?:^|\\b)" GLOSS_WHAT_IS "(?:an?|un|une) " GLOSS_TERM GLOSS_TAIL, true, false},
    GlossaryFrame{"^(?:.*[,:;] ?)?what are ([a-z-]+(?: [a-z-]+s)?)" GLOSS_TAIL, true, false},
    GlossaryFrame{
        "\\b(?:c'est|c|cest) (?:quoi|koi|kwa) (?:exactement,? |au juste,? )?(?:une?|des) " GLOSS_TERM
            GLOSS_TAIL,
        true, false},
    GlossaryFrame{
        "\\b(?:qu'est[- ]ce|quest[- ]ce|keske) ?(?:que |qu')(?:c'est (?:que |qu')?)?(?:une?|des) " GLOSS_TERM
            GLOSS_TAIL,
        true, false},
    GlossaryFrame{"(?:^|\\b)" GLOSS_WHAT_IS "(?:the )?" GLOSS_TERM GLOSS_TAIL, false, false},
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:do|does) " GLOSS_ARTICLE GLOSS_TERM " do\\b" GLOSS_TAIL, false,
                  false},
    GlossaryFrame{"(?:^|\\b)" GLOSS_WHAT_IS "(?:this|that|these|those|all this) " GLOSS_TERM
                  " (?:thing|things|business|stuff|all about|(?:everyone|everybody|people|you|they|we)(?: "
                  "all)?(?: is| are)? "
                  "(?:keeps?|talk|talks|talking|on about|goes on|go on|means?|says?|refers? to))\\b.*",
                  false, false},
    GlossaryFrame{"(?:^|\\b)" GLOSS_WHAT_IS "the " GLOSS_TERM
                  " (?:thing|things|business|stuff|all about)\\b.*",
                  false, false},
    GlossaryFrame{"\\b(?:reading|seeing|hearing|see|hear|read|mention\\w*|say|says|saying) (?:the word "
                  "|about |of )?" GLOSS_ARTICLE GLOSS_TERM
                  "(?: (?:everywhere|all the time|a lot|all over|here|in .*))?[,:]? "
                  "(?:meaning|definition|what(?:'s| is) (?:that|it))$",
                  false, false},
    GlossaryFrame{"^" GLOSS_TERM
                  "[,?! ]+(?:never heard (?:of )?(?:it|that)|no (?:idea|clue) what (?:that|it) is|(?:ca|a) "
                  "(?:sert|servent) a quoi)" GLOSS_TAIL,
                  false, true},
    GlossaryFrame{
        "\\b(?:explain|define|explaining|eli5) (?:me |to me |us )?(?:what )?" GLOSS_ARTICLE GLOSS_TERM
        "(?: (?:is|are|means?))?" GLOSS_TAIL,
        false, false},
    GlossaryFrame{"\\b(?:know|knows|understand|understood|explain|tell "
                  "me|sure|idea|heard|clue|idk|dunno|unsure|wondering) what " GLOSS_ARTICLE GLOSS_TERM
                  " (?:is|are)\\b" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"(?:^|[,.;!?] ?)(?:(?:i|we|people|you|everyone) (?:keep |keeps |kept "
                  ")?(?:hearing|seeing|saying|reading|read|saw|"
                  "heard|see|hear) (?:about |of |the word )?)?" GLOSS_TERM
                  " ?[,:-]+ ?(?:what(?:'s| is|s) (?:that|this|it)|(?:c'est|c) "
                  "(?:quoi|koi)|what does (?:it|that) mean)" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"^(?:un |une |le |la |l')?" GLOSS_TERM " (?:c'est|c) (?:quoi|koi)" GLOSS_TAIL, false, true},
    GlossaryFrame{"(?:^|[,;:-] )" GLOSS_ARTICLE GLOSS_TERM
                  " (?:meaning|means|definition|kezako|kesako|kezaco|kesaco|mean)" GLOSS_TAIL,
                  false, true},
    GlossaryFrame{"^(?:kezako|kesako|kezaco|kesaco|keskun|kesk1|kes[kc]e k?1?|c koi|c'est koi) "
                  "(?:un |une |le |la |l')?" GLOSS_TERM GLOSS_TAIL,
                  false, true},
    GlossaryFrame{"\\b(?:difference|differences) between " GLOSS_ARTICLE GLOSS_TERM " (?:and|vs) .*", false,
                  false},
    GlossaryFrame{"\\bdifference entre (?:un |une |le |la |l')?" GLOSS_TERM " et .*", false, false},
    GlossaryFrame{
        "\\b(?:c'est|c|cest) (?:quoi|koi|kwa) (?:exactement,? |au juste,? )?(?:un |une |le |la |les "
        "|l'|des |du )?" GLOSS_TERM GLOSS_TAIL,
        false, false},
    GlossaryFrame{"\\b(?:qu'est[- ]ce|quest[- ]ce) ?(?:que |qu')(?:c'est (?:que |qu')?)?(?:un |une |le |la "
                  "|les |l'|des )?" GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\bc(?:e )?q(?:ue |u'|')(?:est|c'est que|c'est|sont) (?:qu'|que )?(?:un |une |le |la |les "
                  "|l'|des )?" GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:a quoi sert|a quoi servent) (?:un |une |le |la |les |l'|des )?" GLOSS_TERM GLOSS_TAIL, false,
        false},
    GlossaryFrame{"\\b(?:m'expliquer|expliquer|expliquez|explique)(?:-moi)? (?:ce qu'est |le mot |le terme "
                  ")?(?:un |une |le |la |les |l'|des )?" GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM
        ",? (?:means?|meaning|stands? for|is short for|c'est[- ]a[- ]dire|cad|ca veut dire|signifie)"
        "(?: what| quoi)?" GLOSS_TAIL,
        false, true},
};

std::vector<GlossaryFrame> with_loose_ones() {
  std::vector<GlossaryFrame> all(frames.begin(), frames.end());
  const auto loose = loose_glossary_frames();
  all.insert(all.end(), loose.begin(), loose.end());
  return all;
}

}  // namespace

std::span<const GlossaryFrame> glossary_frames() {
  static const std::vector<GlossaryFrame> all = with_loose_ones();
  return all;
}

}  // namespace language
