## Le premier écran

privacy-title = <b>Votre vie privée</b>
privacy-line-on =
    ● <b>{ $name }</b> : en marche depuis le { $since }
    { $why }
privacy-line-off =
    ○ <b>{ $name }</b> : à l’arrêt
    { $why }
privacy-line-closed =
    ○ <b>{ $name }</b> : à l’arrêt dans votre pays
    { $why }
privacy-line-objected = ○ <b>{ $name }</b> : vous vous êtes opposé(e) le { $date }. Rien de vous n’est utilisé.
privacy-line-told =
    ○ <b>{ $name }</b> : désactivé. Vous êtes prévenu(e) et n’avez pas répondu : rien n’est utilisé sans votre accord, et rien avant le { $date }
privacy-line-told-silence =
    ○ <b>{ $name }</b> : désactivé jusqu’au { $date }. Ensuite activé, sauf si vous vous opposez
privacy-line-window = ● <b>{ $name }</b> : vous êtes d’accord ; rien n’est utilisé avant le { $date }
privacy-always = Toujours, pour que je fonctionne : garder ce que vous me donnez, et une preuve codée de vos réponses. Ce que vous m’avez donné part quand vous effacez tout ; la preuve reste, sans contenu.
privacy-paused = ⏸ En pause : je ne regarde rien et n’envoie rien de moi-même.
privacy-erasing = 🗑 Tout sera effacé le { $date }. D’ici là, vous pouvez tout garder.

privacy-name-suggest-analyse = Regarder vos photos
privacy-why-suggest-analyse = Trouve les bonnes et prépare collages et légendes. Un oui vaut 12 mois.
privacy-name-face-boxes = Où sont les visages
privacy-why-face-boxes = Des rectangles seulement, pour qu’aucun cadrage ne coupe un visage. Je ne reconnais personne.
privacy-name-places = Noms des lieux
privacy-why-places = Une ville et un carré de 5 km d’après la position d’un fichier ; la position elle-même est oubliée.
privacy-name-nudge-memories = Rappels
privacy-why-nudge-memories = Une belle photo à revoir, à votre heure.
privacy-name-suggest-external-ai = L’IA extérieure
privacy-why-suggest-external-ai = Légendes et mots par un autre serveur, qui ne voit que ce que vous demandez, en petit et sans métadonnées.
privacy-name-improve-choices = Améliorer avec vos choix
privacy-why-improve-choices = La mise en page, le thème, le genre de légende ou de style que vous choisissez ; jamais une photo, jamais un mot de vous.
privacy-name-improve-media = Améliorer avec vos médias
privacy-name-improve-ai-chat = Améliorer avec les discussions
privacy-why-inform-launch = Vous êtes sur la liste tant que c’est en marche ; un message, puis plus rien. Un oui vaut 12 mois.
privacy-name-inform-launch = Un message à l’ouverture

privacy-contributors = { $count ->
        [0] Aucun choix ne compte encore : il faut { $needed } personnes d’accord. En attendant, un ordre tout fait sert.
       *[other] { $count } sur { $needed } personnes pour l’instant. Jusqu’à { $needed }, un ordre tout fait sert.
    }
privacy-contributors-enough = Appris, pour l’instant, de { $count } personnes.
privacy-button-on-inform-launch = Activer : un message à l’ouverture
privacy-button-off-inform-launch = Arrêter : un message à l’ouverture
privacy-button-on-suggest-analyse = Activer : regarder les photos
privacy-button-off-suggest-analyse = Arrêter : regarder les photos
privacy-button-on-face-boxes = Activer : où sont les visages
privacy-button-off-face-boxes = Arrêter : où sont les visages
privacy-button-on-places = Activer : noms des lieux
privacy-button-off-places = Arrêter : noms des lieux
privacy-button-on-nudge-memories = Activer : les rappels
privacy-button-off-nudge-memories = Arrêter : les rappels
privacy-button-on-suggest-external-ai = Activer : l’IA extérieure
privacy-button-off-suggest-external-ai = Arrêter : l’IA extérieure
privacy-button-on-improve-choices = Activer : améliorer
privacy-button-off-improve-choices = Arrêter : améliorer
privacy-button-object = M’opposer à l’entraînement
privacy-button-receipts = Mes reçus
privacy-button-proof = Tous, pour vérifier
privacy-button-known = Ce que je sais de vous
privacy-button-outbound = Où vont vos données
privacy-button-export = Ma copie
privacy-button-pause = Tout mettre en pause
privacy-button-resume = Reprendre
privacy-button-erase = Tout effacer
privacy-button-country = Pays
privacy-button-language = Langue
privacy-button-back = ‹ Retour

## Interrupteurs

privacy-off =
    C’est fait le { $time }. À l’arrêt : « { $name } ». Tout nouvel usage a cessé. { $rows ->
        [0] Il n’y avait rien à effacer.
        [one] Effacé : un enregistrement.
       *[other] Effacé : { $rows } enregistrements.
    }

    Ce qui a été fait avant avec votre accord reste licite. Le reste fonctionne comme avant. Je ne redemanderai pas ; /privacy si vous changez d’avis.
privacy-off-suggest-analyse =
    C’est fait le { $time } : je ne regarde plus vos photos. { $rows ->
        [0] De ce que j’avais trouvé, il n’y avait rien à effacer.
        [one] Effacé : un enregistrement de ce que j’avais trouvé, collages et légendes compris.
       *[other] Effacé : { $rows } enregistrements de ce que j’avais trouvé, collages et légendes compris.
    }

    Vos photos restent, rien que pour vous. Pour les oublier aussi : /gallery

    Ce qui a été fait avant avec votre accord reste licite. Je ne redemanderai pas ; /privacy si vous changez d’avis.
privacy-off-improve-choices =
    C’est fait le { $time } : améliorer avec vos choix est désactivé. Tout nouvel usage est arrêté. { $rows ->
        [0] Il n’y avait aucune ligne d’apprentissage à effacer.
        [one] Effacé : une ligne d’apprentissage.
       *[other] Effacé : { $rows } lignes d’apprentissage.
    } Ce qui en avait appris est refait sans elles avant le { $deadline }.

    Ce qui a été fait avant avec votre accord reste licite. Le reste fonctionne comme avant. Je ne redemanderai pas ; /privacy si vous changez d’avis.
privacy-off-inform-launch = C’est fait le { $time } : vous n’êtes plus sur la liste, et je n’écrirai pas à l’ouverture. Pour être prévenu(e) quand même : /privacy
privacy-on = « { $name } » est activé. Un appui suffit pour l’arrêter.
privacy-moment = { $day } à { $time }
privacy-stale = Rien n’a changé : ce bouton est plus ancien que votre dernier choix.

privacy-pause-done = En pause. Je ne regarde rien et n’envoie rien de moi-même tant que vous n’appuyez pas sur « Reprendre » dans /privacy. Ce que vous m’avez donné reste.
privacy-resume-done = Me revoilà. Tout est comme vous l’avez laissé.

## Ce que je sais

privacy-known =
    <b>Ce que je sais de vous</b>

    Pays : { $country }
    Tranche d’âge : { $band ->
        [adult] adulte
        [teen] 16 ou 17 ans
       *[other] pas dite
    }
    Langue : français
    Ici depuis le { $since }

    Médias : { $media }
    Regardés : { $sights }
    Collages : { $collages }
    Rappels envoyés : { $nudges }
    Partagés : { $posts }
privacy-known-things = { $count ->
    [one] Sur la photo que j’ai regardée : { $things }.
   *[other] Sur les { $count } dernières photos que j’ai regardées, le plus souvent : { $things }.
}
privacy-known-towns = Où, d’après vos fichiers : { $towns }.
privacy-known-rest = Ce que j’ai déduit : des dates, des villes, des choses courantes et la netteté des images. Jamais qui est quelqu’un, ni âge, santé, croyance ou humeur. Ma copie dit tout en toutes lettres.
privacy-known-taste = Ce que vous semblez aimer, pour vous seul(e) : { $likes }. Cela ordonne mes suggestions, et part quand je ne regarde plus vos photos.
privacy-taste-theme-light = des pages claires
privacy-taste-theme-dark = des pages sombres
privacy-taste-theme-polaroids = les polaroids
privacy-taste-theme-film-strip = les pellicules
privacy-taste-theme-cover = les couvertures de magazine
privacy-taste-theme-postcard = les cartes postales
privacy-taste-theme-calendar = les calendriers
privacy-taste-theme-then-and-now = les avant-après
privacy-taste-theme-journey = les carnets de voyage
privacy-taste-shape-square = le format carré
privacy-taste-shape-story = le format story
privacy-taste-shape-wide = le format large
privacy-taste-spirit-plain = des légendes simples
privacy-taste-spirit-warm = des légendes chaleureuses
privacy-taste-spirit-playful = des légendes joueuses
privacy-taste-layout-even = des photos de même taille
privacy-taste-layout-mixed = des photos de tailles variées
privacy-taste-layout-hero = une grande photo
privacy-taste-layout-few-rows = peu de rangées
privacy-taste-layout-some-rows = quelques rangées
privacy-taste-layout-many-rows = beaucoup de rangées
privacy-taste-layout-whole = des photos entières
privacy-taste-layout-trimmed = des photos recadrées
privacy-taste-look-painting = le style peinture
privacy-taste-look-pencil = le style crayon
privacy-taste-look-duotone = le style deux encres
privacy-taste-look-pop = la couleur pop
privacy-taste-look-own = un style à vous
privacy-taste-look-imagined = des images imaginées
privacy-taste-look-film = les pellicules photo
privacy-taste-look-print = les trames d’imprimeur
privacy-taste-wish-rephrase = d’autres mots
privacy-taste-wish-shorter = des mots plus courts
privacy-taste-wish-warmer = des mots plus chaleureux
privacy-taste-wish-funnier = des mots plus drôles
privacy-taste-wish-professional = des mots plus professionnels
privacy-taste-wish-proofread = des mots corrigés
privacy-taste-wish-emojify = des mots avec émojis
privacy-outbound-title = <b>Où sont allées vos données</b>
privacy-outbound-line =
    <b>{ $host }</b>, { $kind ->
        [rewrite] pour réécrire des mots
        [captions] pour des légendes
        [answer] pour une réponse
       *[image] pour une image
    } : { $count ->
        [one] une fois
       *[other] { $count } fois
    }, { $kilobytes } ko en tout. La dernière fois : le { $time }.
privacy-outbound-nowhere = Hors de cette conversation : nulle part. Je travaille sur la machine de { $operator } et n’ai rien envoyé de vous à un autre service depuis 12 mois. Seul Telegram transporte nos messages, et ce que vous partagez va où vous l’envoyez.
privacy-outbound-rest = À personne d’autre : je travaille sur la machine de { $operator }. Seul Telegram transporte nos messages, et ce que vous partagez va où vous l’envoyez. Cette liste est gardée 12 mois.
privacy-contact = Questions ou réclamation : { $contact }

## Reçus

privacy-receipts =
    <b>Vos reçus</b>

    Un pour chaque choix. Appuyez sur un nom pour son document signé.
privacy-receipt-line =
    { $name } : { $state ->
        [given] oui
        [renewed] oui, renouvelé
        [refused] non
        [withdrawn] retiré
        [expired] arrivé à son terme
       *[objected] opposition
    }, { $date } ({ $ref })
privacy-receipt-ref = Son reçu porte le numéro { $ref }.
privacy-receipt-none = Il n’y a pas de reçu pour cela : vous n’avez pas encore choisi.
privacy-receipt-title = <b>Reçu { $ref }</b>
privacy-receipt-what =
    { $state ->
        [given] Vous avez dit oui
        [renewed] Vous avez dit oui à nouveau
        [refused] Vous avez dit non
        [withdrawn] Vous avez retiré votre accord
        [expired] Votre accord est arrivé à son terme
       *[objected] Vous avez fait opposition
    } : « { $name } », le { $time }.
privacy-receipt-text = Le texte montré y figure par son empreinte : version { $version }, avec les boutons « { $yes } » et « { $no } ».
privacy-receipt-no-text = Aucune question n’a été montrée : c’était un réglage.
privacy-receipt-back = Pour changer : /privacy, un appui. Gardez ce fichier : il est signé avec la clé { $key }, et personne ne peut le modifier sans que cela se voie.
privacy-proof = Tous vos reçus, vos lignes du registre et les textes, avec un programme qui les vérifie sans moi : voyez LISEZMOI.md dedans.
privacy-proof-name = preuve.zip

## Ma copie

privacy-export-ask = Une copie de tout : médias, collages, légendes, choix, réglages, et ce que j’ai trouvé dans vos photos. Qui a le fichier peut le lire.
privacy-button-export-make = Faire ma copie
privacy-export-started = Une copie de tout a été demandée le { $time }. Je l’envoie ici dès qu’elle est prête. Ce n’est pas vous ? Regardez qui d’autre utilise votre Telegram.
privacy-button-export-cancel = Annuler la copie
privacy-export-cancelled = Annulé. Aucune copie n’est faite.
privacy-export-too-late = Elle était déjà faite, ou annulée.
privacy-export-too-soon = Une copie par jour : vous pourrez redemander à partir du { $time }.
privacy-export-ready = Votre copie : { $size } Mo, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }. Ouvrez d’abord LISEZMOI.html. Qui a le fichier peut le lire : gardez-le en lieu sûr.
privacy-export-part = Votre copie, partie { $part } : { $size } Mo, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }. La suite arrive.
privacy-export-last = Votre copie, partie { $part }, la dernière : { $size } Mo, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }. Décompressez toutes les parties dans un même dossier et ouvrez LISEZMOI.html. Qui les a peut les lire : gardez-les en lieu sûr.
privacy-export-failed = Je n’ai pas pu faire votre copie. Rien n’est perdu ; demandez-la encore, ou écrivez à l’opérateur.

## Effacer

privacy-erase-recap =
    <b>Tout effacer ?</b>

    Ceci disparaît : { $media ->
        [one] { $media } média
       *[other] { $media } médias
    }, { $collages ->
        [one] { $collages } collage avec ses légendes
       *[other] { $collages } collages avec leurs légendes
    }, vos choix, vos réglages et la clé qui les ouvre. Tous les travaux et rappels s’arrêtent.

    Personne ne peut le faire revenir. Une copie d’abord ? /privacy, Ma copie.
privacy-erase-posts = { $count ->
    [one] Une publication ou Story envoyée pour vous est encore là où vous la vouliez. Une fois tout effacé, je ne pourrai plus la retirer ; maintenant, je le peux.
   *[other] { $count } publications et Stories envoyées pour vous sont encore là où vous les vouliez. Une fois tout effacé, je ne pourrai plus les retirer ; maintenant, je le peux.
}
privacy-button-take-back = Les retirer d’abord
privacy-button-erase-sure = Effacer pour toujours
privacy-button-erase-keep = Tout garder
privacy-erase-when = Quand ? Dans les deux cas, tout s’arrête aussitôt. Avec 7 jours, vous pouvez encore changer d’avis d’ici là.
privacy-button-erase-now = Effacer maintenant
privacy-button-erase-later = Dans 7 jours
privacy-erase-begun = J’efface tout maintenant. L’attestation suit.
privacy-erase-later = Tout est arrêté. Le { $date }, j’efface tout. D’ici là, /privacy permet de tout garder.
privacy-erase-kept = Tout reste comme avant.
privacy-erased =
    Effacé le { $time } : { $media ->
        [one] { $media } média
       *[other] { $media } médias
    }, { $drafts ->
        [one] { $drafts } brouillon
       *[other] { $drafts } brouillons
    }, { $rows ->
        [one] { $rows } enregistrement
       *[other] { $rows } enregistrements
    } en tout, et votre clé.

    Gardée sans contenu jusqu’au { $proof } : la preuve codée de vos choix. Je ne peux pas effacer les copies de Telegram dans cette conversation ni ce que d’autres ont enregistré : supprimez-la pour finir. L’attestation est jointe. Prenez soin de vous.
privacy-certificate-name = attestation.json
