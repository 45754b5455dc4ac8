// Pieces of the patterns that ask for a meaning; for the tables of frames alone. Literals, so that they are
// joined as the tables are compiled.
#pragma once

#define GLOSS_ARTICLE "(?:an? |the |un |une )?(?:(?:term|word|acronym|abbreviation|expression|phrase) )?"
// After the term: what does not make it another question.
// Who asks says why: "i'm 63 and lost", "can someone explain".
#define GLOSS_EXCUSE                                                                                       \
  " ?[,(;–-]+ ?(?:i'm|im|i am|i've|i have|i never|sorry|new here|newbie|asking|never|my "                \
  "(?:english|french|first)|english is|mon (?:anglais|francais)|can (?:some|any) "                         \
  "?(?:one|body)|could (?:some|any) ?(?:one|body)|(?:any|some) ?(?:one|body)|please|help|je suis|j'ai|je " \
  "debute|jamais|on (?:peut )?m'|qui peut|tu peux|vous pouvez|desolee?|pardon|quelqu'un|aidez)\\b.*"
#define GLOSS_TAIL                                                                                       \
  "(?: (?:never (?:done|used|heard|seen|been|had|tried)|i'?ve never|i'm new|im new|i'm lost|"            \
  "im lost|everyone (?:keeps|is)|(?:people|ppl|they) keep)\\b.*|,? (?:exactly|precisely|really|even|to " \
  "me|to us|for me|for us|anyone|guys|folks|everyone|all|eli5|"                                          \
  "like i'?m (?:5|five|a child|new)|please|pls|plz|lol|here|anyway|again|though|tho|for|then|btw|haha|"  \
  "thanks|thx|mean|means|in (?:simple|plain|easy|other|normal|a few|lay\\w*)\\b.*|in "                   \
  "(?:this|our|the|module|week)\\b.*|on (?:here|mastodon|twitter|bluesky|x)|"                            \
  "and .*|& .*|when (?:it's|they're) at home|when it comes to .*|for "                                   \
  "(?:exactly|beginners|dummies|newbies|noobs|rookies|starters|(?:us|people|someone|somebody) "          \
  ".*|an? (?:\\w+ )?(?:newbie|beginner|noob|dummy|novice)\\b.*)|like (?:me|us)|"                         \
  "on this (?:app|site|network|platform|thing)|sur (?:ce|les) reseaux?(?: sociaux)?|in "                 \
  "(?:teaching|education|learning|training|hr|class|classrooms?|online (?:teaching|learning)|"           \
  "e-?learning|general|this context|context|nursing|practice|english|french)|"                           \
  "en (?:pedagogie|formation|education|francais|general|classe|rh|gros|clair|informatique)|"             \
  "pour (?:les nuls|les debutante?s?|(?:une? )?(?:debutante?|novice))(?: comme moi)?|comme moi|"         \
  "dont .*|svp|stp|au juste|exactement|deja|ici|mdr|merci|dans .*|et .*|sur "                            \
  "(?:mastodon|twitter|bluesky|x)|s'il vous plait|s'il te plait)|" GLOSS_EXCUSE ")* ?[^a-z0-9]*$"
#define GLOSS_TERM "(.+?)"
#define GLOSS_LEAD                                                                                          \
  "(?:(?:sorry|pardon|excuse)[^,]{0,25}[ ,]+(?:but|mais)[ ,]+)?(?:(?:so|and|ok|okay|sorry|wait|but|newbie " \
  "question|dumb question|quick question|question|hi|hey|hello|"                                            \
  "alors|et|mais|bonjour|salut)[,:;! ]+)*"
#define GLOSS_WHAT "(?:what|wat|wht|wut|wot|wtf|wth)"
#define GLOSS_WHAT_IS                                                                                 \
  GLOSS_WHAT                                                                                          \
  " ?(?:exactly |on earth |in the world |the hell |the heck |the f\\S* |actually |even )*(?:'s|s|is|" \
  "are|iz|r) (?:exactly |actually |even )?"
