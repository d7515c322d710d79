viewer-title = Votre copie
viewer-intro = Tout ce que ce robot gardait de vous, le { $date }. Cette page fonctionne sans réseau. Gardez le fichier en lieu sûr : qui l’a peut le lire.
viewer-profile = Vous
viewer-answers = Vos réponses
viewer-media = Ce que vous avez donné
viewer-documents = Tout le reste, en données
viewer-taken = Prise
viewer-arrived = Arrivée
viewer-place = Lieu
viewer-note = Ce que vous en avez dit
viewer-seen = Ce qui y a été vu
viewer-open = Ouvrir
viewer-data = données
viewer-nothing = Rien.
viewer-missing-forgotten = Oublié à l’instant : le fichier disparaît pour de bon dans les dix minutes.
viewer-missing-gone = Le fichier était déjà effacé.
viewer-missing-large = Trop grand pour une conversation : demandez-le à l’opérateur.
viewer-missing-waiting = Son fichier n’était pas encore arrivé.
viewer-you-number = Votre numéro Telegram : { $number }
viewer-you-country = Vous vivez ici : { $country }
viewer-you-no-country = Votre pays : non dit
viewer-you-band =
    Tranche d’âge : { $band ->
        [adult] adulte
        [unknown] non dite
       *[other] 16 ou 17 ans
    }
viewer-you-language = Nous parlons : { $language }
viewer-you-since = Ici depuis le { $date }
viewer-you-last = Votre dernier geste : le { $date }
viewer-answer =
    { $state ->
        [asked] demandé, sans réponse
        [given] oui
        [renewed] oui, renouvelé
        [refused] non
        [withdrawn] retiré
        [expired] arrivé à son terme
       *[objected] opposition
    }, le { $since }
viewer-until = (vaut jusqu’au { $date })
viewer-receipt = reçu
viewer-proof = Tous les reçus, et un programme qui les vérifie sans le robot, sont dans consents/proof.zip.
viewer-purpose-suggest-analyse = Regarder vos photos
viewer-purpose-suggest-external-ai = L’IA extérieure
viewer-purpose-nudge-memories = Rappels
viewer-purpose-improve-choices = Améliorer avec vos choix
viewer-purpose-improve-media = Améliorer avec vos médias
viewer-purpose-improve-ai-chat = Améliorer avec les discussions
viewer-purpose-inform-launch = Un message à l’ouverture
viewer-purpose-face-boxes = Où sont les visages
viewer-purpose-places = Noms des lieux
viewer-settings = Vos réglages, et où sont allées les données
viewer-set-reminders =
    Rappels à { $hour } h, { $count ->
        [one] un par semaine
       *[other] { $count } par semaine
    } au plus
viewer-set-quiet =
    Rappels à { $hour } h, { $count ->
        [one] un par semaine
       *[other] { $count } par semaine
    } au plus ; aucun avant le { $date }
viewer-set-avoids =
    { $count ->
        [one] Une chose qu’aucun rappel ne ramène
       *[other] { $count } choses qu’aucun rappel ne ramène
    }
viewer-set-host =
    Envoyé à { $host } : { $count ->
        [one] une fois
       *[other] { $count } fois
    }
viewer-set-nowhere = Depuis 12 mois, rien de vous n’a été envoyé à un autre service.
