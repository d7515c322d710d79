## Ce que dit le narrateur de la visite entre les lignes de son compte rendu

tour-title = # Une visite de Pépite
tour-intro = Jouée par un programme contre le bac à sable, en un seul processus et sans réseau : ce que font les gens est écrit d’avance, tout ce que Pépite dit et dessine est vrai. D’abord la promenade d’une nouvelle venue ; puis dix points, l’un après l’autre.
tour-presses = **{ $name }** appuie sur **[{ $label }]**
tour-changes = **{ $name }** change le message
tour-has-now = **{ $name }** a maintenant
tour-photo = (une photo)
tour-hidden-photo = (une photo, floutée)
tour-video = (une vidéo)
tour-document = (un fichier : { $name })
tour-sends-file = (envoie { $file } comme fichier)
tour-sends-files = (envoie { $count } fichiers d’un coup : { $files })
tour-clock-day = L’horloge avance d’un jour.
tour-clock-days = L’horloge avance de { $count } jours.
tour-offers = Sous le champ de texte, Telegram propose : { $what }
tour-keyboard = Une touche apparaît sous le champ de texte : [{ $label }]. { $name } appuie dessus et choisit « { $title } ».
tour-before = Dans le dossier de données, avant :
tour-after = Dans le dossier de données, après :
tour-files = fichiers : { $count } scellés ({ $bytes } octets), { $others }
tour-file = { $name } ({ $bytes } octets)
tour-rows = lignes : { $rows }
tour-readable = mots de cette personne que l’on peut lire : { $words }
tour-id-found = son numéro Telegram dans une table : oui
tour-id-not-found = son numéro Telegram dans une table : non
tour-none = rien
tour-zip = Fichiers dans l’archive :
tour-no-boxes = La table des cadres de visages est vide.

tour-walk = La promenade : { $name } ({ $country })
tour-hello = Bonjour
tour-album = Un album
tour-another = Un autre aspect
tour-words = Les mots
tour-sharing = Le partage
tour-file-chapter = En fichier
tour-reminders = Les rappels
tour-privacy = La vie privée
tour-copy = Ma copie
tour-erasing = Tout effacer
tour-no-faces = Aucun visage n’est cherché

tour-points = Dix points : { $name } ({ $country })
tour-write = 1. Écrire avec l’IA
tour-endpoint = 2. Une IA extérieure, acceptée par son nom
tour-ask = 3. Demander avec des mots de tous les jours
tour-imagine = 4. Une image à partir de mots
tour-imagine-without = 4, sans IA extérieure : { $name } ({ $country })
tour-looks = 5. Un autre style pour une photo
tour-channel = 6. Dans un canal
tour-story = 6. Dans une Story
tour-regions = 7. Là où ce n’est pas encore ouvert : { $name } ({ $country })
tour-training = 8. Apprendre des choix, une question à part : { $name } ({ $country })
tour-objection = 9. L’avis européen, et une opposition : { $name } ({ $country })
tour-receipts = 10. Un reçu pour chaque choix

tour-say-find = les photos de Lyon de l’an dernier
tour-say-make = un collage de Lyon
tour-say-title = titre : { $title }
tour-say-title-itself = Un café chez Mamie
tour-say-dark = plus sombre stp
tour-say-which = Nice photos
tour-say-delete = efface tout
tour-say-imagine-refused = /imagine un deepfake de mon voisin
tour-say-imagine = /imagine un phare dans le brouillard
tour-say-strange = raconte-moi la lune

tour-source = Relu dans le fichier : { $source }
tour-channel-empty = Le canal « { $title } » est de nouveau vide.
tour-connects = Dans les réglages de Telegram, { $name } ajoute Pépite comme assistant professionnel, avec le droit de gérer les Stories et aucun autre.
tour-story-there = Dans les Stories, pour { $hours } heures, avec ces mots : { $caption }
tour-story-gone = La Story n’y est plus.
tour-holds = { $name } est vérifié comme le fait « pepite audit proof { $name } », sans le robot : { $count ->
    [one] tout tient.
   *[other] { $count } points, et tout tient.
}

tour-say-write = /write Je voulais juste te dire que la fête était vraiment très belle, on as bien ri avec Zoé hier soir.
tour-say-write-again = /write On se voit dimanche à 16 h.
tour-say-write-endpoint = /write Nous aimerions vraiment vous voir à Lyon cet été
tour-say-inline = Je voulais juste te dire que le gâteau était vraiment très bon

tour-types = Dans sa conversation avec { $friend }, { $name } tape : { $words }
tour-proposed = Au-dessus du champ de texte, Telegram propose :
tour-preview = Pendant que cela s’écrit, les mots apparaissent : « { $words } » { $name } appuie sur Arrêter.
tour-dies = À partir d’ici, l’IA extérieure meurt au milieu de chaque réponse.
tour-operator = { $name } gère ce robot, et ouvre le pays.
tour-crowd = Quarante-neuf personnes aux États-Unis ont déjà dit oui ; un programme les joue.
tour-ranker = Le classement est fait, à partir de { $rows } lignes de { $people } personnes.
tour-no-ranker = Il reste { $people } personnes, c’est trop peu : ce classement n’est plus, et tout le monde retrouve l’ordre de départ.

tour-opens-page = { $name } ouvre la page du lien dans un navigateur, sans se connecter. La regarder ne change rien. Puis { $name } envoie le formulaire, deux fois.
tour-objected = Les deux fois, la page répond avec la même référence : { $reference }

tour-stand-in = L’IA extérieure est ici une doublure, sur cette machine même, et pas un modèle : ses réécritures sont simples, et elle peint des collines quoi qu’on lui demande.
