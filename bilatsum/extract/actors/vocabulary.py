"""Closed classes of words by which the rules for people and organisations find their way."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Adjectives of regions: words of offices, never of people's names.
REGIONAL = _words(
    "Asian African European Pacific Eastern Western Southern Northern Central Caribbean Eurasian "
    "Arctic Indo-Pacific Mediterranean Balkan Nordic Baltic Atlantic Asia-Pacific Hemisphere "
    "Congressional Federal Presidential Political-Military"
)
HONORIFICS = _words(
    "Honorable Honourable "
    "Mr Mrs Ms Miss Mx Dr Prof Sir Dame Lord Lady Hon Rev Fr Messrs Madam Sheikh Haji Ustad "
    "Shri Smt Imam Mullah Maulana Sayyid Ayatollah Monsieur Madame Señor Herr U Daw"
)
PARTICLES = _words(
    "de da do dos das del della di du la le las los van von der den ter ten bin ibn bint al el ul "
    "ad-din al-din zu zur y e af av abu ould"
)
SUFFIXES = _words("Jr Jr. Sr Sr. II III IV V VI VII VIII XVI")
MONTHS_AND_DAYS = _words(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)

SAYS = _words(
    "said says told added asked replied warned insisted argued announced stated noted claimed "
    "denied declared confirmed urged stressed called met visited arrived spoke"
)
# Behind a name that opens a headline: whose call, visit or words it is about.
ACTS_IN_HEADLINES = _words(
    "call calls meeting meets met visit visits speaks spoke says said warns urges tells told"
)
INTRODUCES = _words("said says told added asked")
ARTICLES = _words("the a an his her its their our your my")
CONNECTORS = _words("of the for and on in to & at")
MODIFIERS = _words(
    "former acting outgoing incumbent interim deputy senior late vice ex current new then "
    "assistant chief special top caretaker veteran permanent executive principal hereditary "
    "federal national regional associate incoming exiled ousted deposed de facto"
)
VERBS = _words(
    "sat stood met led had was were is are be been has have with by as from that which who whom "
    "when where while after before into over under between against about or but not than then "
    "would will could should may might can did does do during including such like also"
)
ENDS_ROLE = _words("said says told will was is has had met to there here since")

# A capitalised run that ends so names a body, a place or a paper, not a person.
NOT_SURNAMES = _words(
    "Party Council Agency Ministry Department Bank Court Union University Institute Bureau "
    "Commission "
    "Committee Agreement Treaty Act Convention Initiative Conference Summit Organization "
    "Organisation Group Fund Forum Street Square Palace House River Sea Island Islands Airport "
    "Province State City Times Post News Press Army Force Forces Front Movement Church Airlines "
    "Company Corporation Inc Ltd Co Foundation Center Centre Office Authority Association Valley "
    "Mountains Bridge Strait Gulf Bay Declaration Protocol Accord Accords Plan Pact Games "
    "Cup Prize Building Hotel Base Station County District Region Republic Kingdom Emirates "
    "Minister Nations States Alliance Dialogue Programme Program Corps Service Stadium Hospital "
    "Parliament Assembly Senate Congress Ocean Peninsula Coast Desert Dam Canal Port Division "
    "Section Branch"
)

BODY_HEADS = _words(
    "Ministry Department Secretariat Agency Council Commission Committee Organization Organisation "
    "Bank Court Tribunal University Institute Institution Authority Directorate Administration "
    "Corporation Company Party Association Foundation Fund Parliament Assembly Embassy Consulate "
    "Bureau Chamber Federation Confederation Alliance Movement Union League Brigade Brigades "
    "Corps Observatory Forum Service Board Customs Police Navy Army Society Centre Center "
    "Inspectorate Delegation Front Congress Senate Office"
)
# Words for bodies in names that only the tagger knows to be whole.
INSTITUTIONS = _words(
    "Hospital College School Academy Museum Club Herald Times Post Gazette Tribune Observer Mail "
    "Chronicle Telegraph Journal Echo News TV Television Radio Media Publishers Press Airlines "
    "Airways Railroad Railway Railways Shipping Management Steelworkers Archives Fleet Squadron "
    "Regiment Battalion Division Staff Guard Guards Network Group Holdings Inc Ltd Corp Energy "
    "Oil Gas Petroleum Pharmaceuticals Motors Laboratory Laboratories Church Mission Workers Team "
    "Trust Command Unit Rights Watch Reporters Borders"
)
BODY_OPENERS = _words(
    "Ministry Department Secretariat Office Bureau Chamber Bank University Directorate Embassy "
    "Council Board Institute Federation Association Party House Court Union League Organization "
    "Organisation Agency Commission Committee Academy Administration"
)
# What is built like a body's name but is a paper, a meeting or a plan.
NOT_BODIES = _words(
    "Agreement Treaty Convention Act Programme Program Initiative Project Mechanism Dialogue "
    "Framework Plan Strategy Resolution Declaration Protocol Statement Accord Accords Pact "
    "Memorandum Conference Summit Year Week Day War Games Cup Charter Partnership Law Code "
    "Process Fellowship Scholarship Campaign Facility Review Report Index Meeting Session Talks "
    "Road Corridor Route Parties Awards Award Briefing Reserve Reserves"
)
LEADS_SENTENCE = _words(
    "The A An Through Under In On At By For From With To As And But Of Its His Her Their Our This "
    "That While When After Before Since Both Each Every All Some Any No New Former"
)
