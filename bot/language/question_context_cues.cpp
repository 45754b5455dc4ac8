// What a whole post is: a prompt of a chat, an advertisement, a title with its link. Its sentences may look
// like questions, and nobody waits for an answer.
#include <array>

#include "language/question_cues.hpp"

namespace language {
namespace {

constexpr std::array context = {
    Cue{"^(?:_at_ )*(?:t ?\\d{1,2}|(?:topic|prompt|sujet|theme) ?#?\\d{1,2}|(?:topic|prompt|question) of the "
        "day|question du jour|qotd) ?[:.)-]",
        -12},
    Cue{"\\b(?:reply|answer|respond|repondez|reponds) (?:with|using|by|avec|en) (?:an? )?(?:a|r) ?\\d?\\b",
        -6},
    Cue{"\\b(?:what are you waiting for|qu'attendez[- ]vous)\\b", -8},
    Cue{"\\b(?:last chance|ne manquez pas|early bird|sign up here)\\b|^(?:there's )?still time to\\b|^(?:il "
        "est "
        ")?encore temps de\\b",
        -4},
    // A title and what it heads: "How to give feedback: my notes".
    Cue{"^(?:how|why|what|when|where|comment|pourquoi|ce que|quand) .{3,80}(?:[:,]| -| –| —) "
        "?(?:my|our|mes|nos|"
        "notre|mon|ma|a|an|the|une?|le|some|\\d+) (?:\\w+ ){0,2}?(?:notes|thread|slides|takeaways?|summary|"
        "recap|post|blog|article|guide|video|story|tips|lessons|resume|billet|fil|recit|bilan|retour|"
        "conseils|astuces)\\b",
        -5},
    Cue{"^(?:_at_ )*(?:#?flockcourse )?q ?\\d{1,2}(?:[a-d])?\\b ?[:.)-]? ", -12},
    Cue{"^(?:_at_ )*(?:a|r) ?\\d{1,2}\\b ?[:.)-]", -3},
    Cue{"\\b(?:subscribe|(?:register|apply|book|order|buy|shop|sign up|download|try it|enrol|enroll) "
        "(?:now|today)|join our|contactez|our (?:free "
        ")?(?:webinar|course|workshop|guide|blog|newsletter|offer)|"
        "read (?:our|my|more)|learn more|find out (?:more|how|why)|click (?:here|below|the link)|download "
        "our|"
        "inscrivez-vous|abonnez-vous|lisez|en savoir plus|decouvrez|new post|nouvel article|blog post|via "
        "_at_|"
        "link in bio|here's (?:how|why|what)|here is (?:how|why)|here(?:'s| is) (?:our|my)|notre "
        "(?:dossier|guide|article|blog|etude|offre)|our "
        "(?:new|latest|free) \\w+)\\b",
        -3.4},
    Cue{"\\b(?:sign up(?: (?:now|today|here|for|at|to|by)\\b|[^ a-z]| [^a-z]|$)|read the\\b|check "
        "out\\b|join us\\b)",
        -1.2},
    // What opens an advertisement, or only wants to be heard on.
    Cue{"^(?:want|need|tired of|sick of|ready|are you "
        "ready|struggling|looking|bored|stuck|fancy|dreaming|envie|besoin|marre|prets?)\\b[^?]*\\? (?:\\S+ "
        "){0,8}?(?:here (?:are|is)|here's|join us|join our|sign up|doors open|we have|we've got|try "
        "(?:our|this|these)|register|see you|voici|rejoignez|inscri\\w+|decouvrez)\\b",
        -6},
    Cue{"^(?:did you know|le saviez[- ]vous|saviez[- ]vous|so what|et alors|really|oh really|for real|ah "
        "bon|vraiment|serieux|remember [^?]+|ever (?:tried|had|been|seen|done|taught|noticed) [^?]+) \\? "
        "[^?]+$",
        -4},
    Cue{"\\b(?:just kidding|jk|kidding|just saying|rhetorical)\\b", -3.5},
    Cue{"\\b(?:answered my question|repond a ma question|problem solved|never ?mind|nvm|figured it out|found "
        "it|c'est bon j'ai trouve)\\b",
        -3},
};

}  // namespace

std::span<const Cue> question_context_cues() {
  return context;
}

}  // namespace language
