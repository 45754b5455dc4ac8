// What introductions tell: every span is a thing told of the writer, whole and nothing more. Rather absent
// than wrong.
#include "language/told.hpp"

#include <gtest/gtest.h>

#include "language/code_points.hpp"
#include "language/introduction.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

std::string told_by(const std::string& text) {
  static const std::vector<std::vector<std::string>> branches = {{"halifax"}, {"toronto"}, {"montreal"}};
  static const char* const kinds[] = {"place", "branch", "role", "interest", "name"};
  std::string told;
  const auto points = language::code_points_of(text);
  for (const auto& item : language::told_in(points, language::tokens_of(text), branches)) {
    if (!told.empty()) told += ';';
    told += std::string(kinds[static_cast<std::size_t>(item.kind)]) + ":" + item.text;
  }
  return told;
}

struct Row {
  const char* text;
  const char* told;
};

constexpr Row rows[] = {
    {"Dana here, HR in Halifax, hoping to steal all your facilitation tricks",
     "name:Dana;role:HR;branch:Halifax"},
    {"Newbie from Lyon!", "place:Lyon"},
    {"hiya 👋 Oyelaran, Lagos, I run a coding club for teens", "name:Oyelaran;place:Lagos"},
    {"Good day from Windhoek. My name Selma, I am working for the library since 8 years, I like very much to "
     "learn online",
     "place:Windhoek;name:Selma"},
    {"#introductions Kjersti, Tromsø, marine biologist gone teacher 🐟",
     "name:Kjersti;place:Tromsø;role:marine biologist"},
    {"So I guess it's my turn… I'm Pat, I manage a call centre in Cork and I've never done one of these",
     "name:Pat;place:Cork"},
    {"Bonjour à tous et à toutes ! Moi c'est Aïssatou, sage-femme à Dakar, j'adore la pédagogie active",
     "name:Aïssatou;interest:pédagogie active"},
    {"Hello #flockcourse people! First ever #MOOC for me. I teach chemistry at a secondary school in Leeds "
     "and my students call me Mr B",
     "place:Leeds"},
    {"Me llamo Lucía, hi everyone, I'm a teacher from Sevilla and my english is so so",
     "name:Lucía;role:teacher;place:Sevilla"},
    {"quick intro as promised: Bartosz, DevOps, Gdańsk, three cats", "name:Bartosz;role:DevOps;place:Gdańsk"},
    {"Hi folks, joining a week late! I'm Mireille, nurse educator from Moncton",
     "name:Mireille;role:nurse educator;place:Moncton"},
    {"late to the party but hello, Sunil from Kochi, accountant by day, drummer by night",
     "name:Sunil;place:Kochi;role:accountant"},
    {"Bonsoir, je me présente : Gwenaëlle, 51 ans, documentaliste en collège dans le Finistère",
     "name:Gwenaëlle;role:documentaliste en collège"},
    {"I've spent twenty years driving a truck, then my back gave up, and now at 47 I'm retraining as a "
     "learning designer. Live near Winnipeg with two huskies. Nice to meet you all!",
     "role:learning designer;place:Winnipeg"},
    {"Hey all, Tomi 🇫🇮 UX researcher, here for the gamification week", "name:Tomi;role:UX researcher"},
    {"je suis Fatou et je travaille aux ressources humaines d'un hôpital, ravie de faire partie de "
     "l'aventure",
     "name:Fatou"},
    {"let me introduce myself, i am hassan, phd student in amman, interested in open education",
     "name:hassan;role:phd student;interest:open education"},
    {"Hi! Call me Wren (they/them). I'm a museum educator in Bristol. Excited to learn with you 🎉",
     "name:Wren;role:museum educator;place:Bristol"},
    {"New here!! Ana from Toronto, working in customer success", "name:Ana;branch:Toronto"},
    {"Ciao a tutti! I am Chiara from Bologna, I make e-learning for bank employees",
     "name:Chiara;place:Bologna"},
    {"Salut tout le monde! I'm Luc, prof de maths à Gatineau, always up for a bilingual chat",
     "name:Luc;role:prof de maths;place:Gatineau"},
    {"My turn 😅 Name's Obinna. Project officer with a small NGO in Enugu. Hoping to learn how to keep online "
     "groups alive",
     "name:Obinna;role:Project officer;place:Enugu"},
    {"#intro #flockcourse retired engineer, grandfather of five, lifelong learner, greetings from Perth",
     "role:retired engineer;place:Perth"},
    {"Bien le bonjour, Jean-Marc, retraité de la Poste, je découvre les cours en ligne grâce à ma "
     "petite-fille",
     "name:Jean-Marc;role:retraité"},
    {"Who am I? A librarian from Utrecht who loves maps and hates slides", "role:librarian;place:Utrecht"},
    {"A little about me: born in Hanoi, raised in Montréal, now teaching ESL to adults",
     "place:Hanoi;branch:Montréal"},
    {"hi im kayleigh im 19 and im doing this for my apprenticeship", "name:kayleigh"},
    {"Hi, this is Rashid from the Toronto branch, I look after onboarding", "name:Rashid;branch:Toronto"},
    {"Greetings from rainy Galway! Niamh, instructional designer, second course with you",
     "name:Niamh;role:instructional designer"},
    {"Hallo zusammen, I'm Jonas from Leipzig, trainer for firefighters 🚒",
     "name:Jonas;place:Leipzig;role:trainer"},
    {"je m'appelle Thi Mai, je viens du Vietnam et je étudie à Grenoble, excusez mon français",
     "name:Thi Mai"},
    {"Hi y'all, Beau from Baton Rouge, I coach new managers", "name:Beau;place:Baton Rouge"},
    {"Just signed up. I'm a stay-at-home dad in Dunedin thinking about going back to teaching",
     "place:Dunedin"},
    {"Hello hello, Priscilla, 3rd year education student at Makerere University",
     "name:Priscilla;role:education student"},
    {"B'jour ! Manu, formateur indépendant à Nantes, fan de jeux de société",
     "name:Manu;role:formateur indépendant;place:Nantes;interest:jeux de société"},
    {"Happy to join this group. I work as a social worker in Antwerp with refugees and want to try "
     "tweetchats",
     "role:social worker;place:Antwerp"},
    {"First post! *waves* I'm Sam, I do payroll", "name:Sam"},
    {"Hi class. Giulia. Physiotherapist. Torino. That's it, I'm shy", "name:Giulia;role:Physiotherapist"},
    {"Moi : Bastien, Bordeaux, graphiste. Vous ?", "name:Bastien;place:Bordeaux;role:graphiste"},
    {"Enchanté tout le monde, je suis formatrice à la CCI de Rouen et je débute sur Mastodon",
     "role:formatrice;place:Rouen"},
    {"Intro time! 🌟 Name: Femi. Location: Ibadan. Job: science teacher. Hobby: chess",
     "name:Femi;place:Ibadan;role:science teacher;interest:chess"},
    {"Prénom : Solène / Ville : Quimper / Métier : orthophoniste / Attentes : rencontrer du monde",
     "name:Solène;place:Quimper;role:orthophoniste"},
    {"New learner checking in from Halifax, I'm in finance but I run our lunch and learns", "branch:Halifax"},
    {"Hello from Bogotá 🇨🇴 I'm Camilo, English teacher and coffee nerd",
     "place:Bogotá;name:Camilo;role:English teacher"},
    {"Yo, Dex here. Game dev. Manchester. Came for the badges", "name:Dex"},
    {"Allô! Moi c'est Guylaine, conseillère pédagogique à Trois-Rivières, contente d'être avec vous autres",
     "name:Guylaine;role:conseillère pédagogique;place:Trois-Rivières"},
    {"Hi everyone, I'm the new intern at the Halifax office, Jo, really looking forward to this",
     "role:intern;branch:Halifax"},
    {"As a first time MOOCer and a full time vet in Nairobi I thought I should say hello. I'm Wanjiku!",
     "role:full time vet;place:Nairobi;name:Wanjiku"},
    {"salam alikoum, youssef de Tétouan, jeune prof de français, heureux de vous rejoindre",
     "name:youssef;role:prof de français"},
    {"Introduction: I am Dr. Anand, pediatrician, Mumbai. I'm keen on simulation and patient education",
     "name:Anand;role:pediatrician;place:Mumbai;interest:simulation"},
    {"a bit nervous lol but here goes: Maja, 42, career changer, ex-baker, from Malmö",
     "name:Maja;role:ex-baker;place:Malmö"},
    {"On me demande de me présenter alors voilà : Karim, chef de projet digital, papa de jumeaux, Strasbourg",
     "name:Karim;role:chef de projet digital"},
    {"Hey #flockcourse! I'm Lena and I work for the city of Graz. My goal is to make our trainings less "
     "boring",
     "name:Lena;place:Graz"},
    {"Bonjour, nouvelle inscrite ici, professeure des écoles à Tours, hâte de commencer",
     "role:professeure des écoles"},
    {"Hello I'm Zanele, I'm based in Durban, I'm an HR generalist & a mum of 2",
     "name:Zanele;place:Durban;role:HR generalist"},
    {"Aloha, Kai, high school robotics teacher, Maui",
     "name:Kai;role:high school robotics teacher;place:Maui"},
    {"Nobody knows me here yet so: Ulrike, translator, Vienna, owner of too many plants",
     "name:Ulrike;role:translator;place:Vienna"},
    {"Thanks for the warm welcome! I'm Deepa, I teach statistics in Pune, and yes I actually like Excel",
     "name:Deepa;place:Pune"},
    {"Thanks @dana! A few words about me: I run the training dept of a brewery near Plzeň", "place:Plzeň"},
    {"Bonjour bonjour, Théo du groupe B, étudiant en master MEEF à Créteil",
     "name:Théo;role:étudiant en master;place:Créteil"},
    {"hello everybody my name is Nguyen i am nurse in saigon i like teach", "name:Nguyen;role:nurse"},
    {"Good evening, Abdoulaye from Bamako on this side. I'm a radio journalist",
     "name:Abdoulaye;place:Bamako;role:radio journalist"},
    {"Heya! Frontend dev → teacher. Based in Tallinn. AMA", "role:teacher;place:Tallinn"},
    {"Olá! Beatriz from Porto here 🇵🇹 primary school teacher, first course in English",
     "name:Beatriz;place:Porto;role:primary school teacher"},
    {"Je débarque ! Clara, community manager à Genève, curieuse de tout",
     "name:Clara;role:community manager;place:Genève"},
    {"Checking in from the Montréal branch: Pierre-Luc, team lead in sales, two left hands with technology",
     "branch:Montréal;name:Pierre-Luc;role:team lead"},
    {"just me, Moses, from Kampala, agriculture extension worker, first time on this platform",
     "name:Moses;place:Kampala;role:agriculture extension worker"},
    {"Hi I am new to this. I'm a hairdresser and I train apprentices in Swansea",
     "role:hairdresser;place:Swansea"},
    {"Sawubona! Thandi, community health trainer, Pietermaritzburg. I love storytelling and drums",
     "name:Thandi;role:community health trainer;place:Pietermaritzburg;interest:storytelling"},
    {"Bonjour le groupe, je suis Romain, j'ai 38 ans, j'habite Clermont et je bosse dans l'industrie du pneu "
     "😉",
     "name:Romain;place:Clermont"},
    {"Introducing myself: Ines, doctoral candidate in linguistics, Zagreb", "name:Ines"},
    {"About me in 3 hashtags: #teacher #mum #runner. I'm Carla from Turin, hi!",
     "role:teacher;name:Carla;place:Turin"},
    {"hullo, graham, 70, retired headmaster in the cotswolds, doing this to keep the grey cells going",
     "name:graham;role:retired headmaster"},
    {"Hi all — Siobhán (say \"shiv-awn\"), works in HR for a co-op in Belfast",
     "name:Siobhán;role:HR;place:Belfast"},
    {"Howdy! Name is Travis, I'm an ag teacher in Lubbock, Texas",
     "name:Travis;role:ag teacher;place:Lubbock"},
    {"Ravi de vous rencontrer. Mamadou, ingénieur pédagogique, Université de Thiès",
     "name:Mamadou;role:ingénieur pédagogique;place:Thiès"},
    {"Evening all. Finally got my account to work. I'm Liz, care home manager, Stoke",
     "name:Liz;role:care home manager;place:Stoke"},
    {"My name is Xiao, I'm studying education in Edinburgh, originally from Chengdu",
     "name:Xiao;place:Edinburgh;place:Chengdu"},
    {"Bonsoir à tous, Chantal, secrétaire médicale à Namur, grande débutante en informatique",
     "name:Chantal;role:secrétaire médicale;place:Namur"},
    {"Joining you from Tbilisi! Nino, curriculum developer, interested in peer feedback and podcasts",
     "place:Tbilisi;name:Nino;role:curriculum developer;interest:peer feedback"},
    {"Hi guys! Petra. Czech. Living in Dublin. Recruiter trying to become a trainer",
     "name:Petra;place:Dublin;role:Recruiter"},
    {"I'm Dana's replacement in HR Halifax, name's Corey, nice to meet everyone",
     "role:HR;branch:Halifax;name:Corey"},
    {"bonsoir, moi c Kev, jsuis magasinier à Roubaix et jveux passer formateur",
     "name:Kev;role:magasinier;place:Roubaix"},
    // Nothing of these is told of the writer.
    {"I facilitate farmer groups for my doctor", ""},
    {"Howdy from all of us, I love how people learn online together with their friends", ""},
    {"I teach English in January", ""},
};

TEST(Told, EverySpanIsWholeAndRight) {
  for (const auto& row : rows) EXPECT_EQ(told_by(row.text), row.told) << row.text;
}

}  // namespace
