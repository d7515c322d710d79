## Bonjour

welcome-hello =
    Je suis une IA, pas une personne : { $bot }, là pour trouver les photos à garder.

    D’abord, dans quel pays vivez-vous ? Cela décide des règles qui vous protègent. Je garde le pays, rien de plus précis.
welcome-country = Dans quel pays vivez-vous ? Cela décide des règles qui vous protègent. Je garde le pays, rien de plus précis.
welcome-button-country-other = Un autre pays
welcome-country-typed = Écrivez le nom de votre pays, en français ou en anglais.
welcome-country-unknown = Je ne connais pas de pays de ce nom. Pouvez-vous l’écrire autrement, en français ou en anglais ?
welcome-country-kept = { $country } : c’est noté.
welcome-country-later = { $country } : c’est noté. Cela prendra effet le { $date }, car c’est votre troisième changement en 30 jours.

welcome-year = Quelle est votre année de naissance ? Cela décide des fonctions que je peux vous proposer. Je garde seulement une tranche d’âge, jamais l’année, et ne la montre à personne.
welcome-year-exact = Quelle année ? Je garde seulement une tranche d’âge.
welcome-year-unknown = Je ne peux pas lire là une année de naissance. Écrivez-la en quatre chiffres, de { $first } à { $last }, ou touchez une décennie.
welcome-button-decades = ‹ Une autre décennie
welcome-under-age = Merci. Je ne peux pas encore vous proposer ce service. J’ai effacé ce que vous m’avez envoyé.

welcome-answered = Vous avez déjà répondu à cette question. Pour changer : /privacy
welcome-photo-not-kept = Je n’ai ni regardé ni gardé ceci : je demande d’abord.

## Une photo, pour voir

welcome-button-rehearse = Montrez-moi sur une photo
welcome-rehearse-ready =
    Envoyez-moi une photo dans les dix minutes. Je vous dirai exactement ce que j’y lirais, je n’en garderai rien, puis je vous reposerai la question.

    Telegram retire la date et le lieu des photos : envoyez-la comme fichier si vous voulez les voir aussi.
welcome-rehearsal-title = Voici ce que je lirais dans cette photo. Je n’en ai rien gardé.
welcome-rehearsal-taken = 📅 Date : { $date }
welcome-rehearsal-taken-none = 📅 Date : elle n’en porte pas
welcome-rehearsal-place = 📍 Lieu : { $place } (la ville seulement ; j’oublie la position exacte)
welcome-rehearsal-place-none = 📍 Lieu : elle n’en porte pas
welcome-rehearsal-faces =
    { $count ->
        [0] 👤 Visages : aucun
        [one] 👤 Visages : un, compté, jamais reconnu
       *[other] 👤 Visages : { $count }, comptés, jamais reconnus
    }
welcome-rehearsal-faces-off = 👤 Visages : dans votre pays, je ne les cherche pas
welcome-rehearsal-sees = 👁 Je vois : { $things }
welcome-rehearsal-sees-none = 👁 Je vois : rien que je sache nommer
welcome-rehearsal-quality = ✨ Netteté { $sharpness } %, lumière { $exposure } %, couleur { $colour } %
welcome-rehearsal-kind = { $kind ->
    [receipt] 🧾 On dirait un ticket de caisse
    [document] 📄 On dirait un document
    [meme] 💬 On dirait une image légendée
   *[screenshot] 📱 On dirait une capture d’écran
}
welcome-rehearsal-rest = Je noterais aussi où va le regard, et une empreinte de l’image entière qui trouve les quasi-doubles. Jamais qui s’y trouve.

## Ensuite

welcome-back =
    Je suis { $bot }, une IA. Quel plaisir de vous revoir.

    Envoyez-moi des photos : un album d’un coup, ou une par une. Comme fichiers, elles gardent leur pleine qualité, leurs dates et leurs lieux.
welcome-back-manual =
    Je suis { $bot }, une IA. Quel plaisir de vous revoir.

    Vous avez choisi sans IA : envoyez-moi des photos et je les garde telles quelles, sans les regarder. Pour changer d’avis : /privacy
welcome-frozen = Tout est en pause, comme vous l’avez demandé. Pour reprendre : /privacy

## Là où ce n’est pas ouvert

welcome-not-open = { $bot } n’est pas encore ouvert dans ce pays : { $country }. Je n’ai rien gardé de ce que vous avez envoyé.
welcome-not-open-now = { $bot } n’est pas ouvert dans ce pays pour l’instant : { $country }. Je ne prends rien de nouveau. Ce que vous m’avez donné est toujours là, à l’abri : pour une copie, ou pour l’effacer, /privacy
welcome-waiting = Vous êtes sur la liste : un message le jour de l’ouverture, et rien d’autre.
welcome-waiting-ended = Vous n’êtes pas sur la liste : je n’écrirai pas. Pour être prévenu(e) quand même : /start
welcome-paused = { $bot } est en pause pour l’instant dans ce pays : { $country }. Ce que vous m’avez donné est toujours là, à l’abri. D’ici la reprise, je ne prends rien, ne regarde rien et n’envoie rien. Pour une copie, ou pour tout effacer : /privacy
welcome-now-open = { $bot } est maintenant ouvert dans votre pays : { $country }. Vous m’aviez demandé de vous prévenir ; c’est mon seul message à ce sujet, et vous n’êtes plus sur la liste. Rien n’est activé : /start montre ce que je fais, et demande d’abord.
welcome-button-wait = Écrivez-moi quand même
welcome-button-wait-no-more = Ne m’écrivez pas
welcome-button-country-change = J’habite ailleurs

welcome-language = Quelle langue dois-je parler ?
welcome-button-english = English
welcome-button-french = Français
welcome-language-kept = Je parle français maintenant.

welcome-help =
    Je suis { $bot }, une IA. Envoyez-moi des photos et, si vous me laissez regarder, je prépare :
    • un collage des meilleures, sans couper un visage
    • trois légendes au choix
    • vos propres mots, plus courts, plus chaleureux ou corrigés
    • un autre style pour une photo : peinte, dessinée, en deux encres
    • de temps en temps, le rappel d’une belle photo à revoir

    Rien ne sort de cette conversation avant que vous n’appuyiez sur Partager ou n’interrogiez une IA extérieure que vous avez acceptée.

    Ou demandez simplement : « les photos de plage de l’été dernier », « un collage de Lyon ». Écrivez « aide » pour d’autres exemples.

    /gallery ce que vous m’avez donné
    /memories les rappels
    /write vos mots, réécrits
    /imagine une image, ou une carte, à partir de vos mots
    /film un petit film de vos dernières photos
    /privacy ce que je peux faire, ma copie, tout effacer
    /object rien de moi pour l’entraînement
    /language français ou anglais
