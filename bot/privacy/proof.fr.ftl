proof-readme =
    # La preuve de vos choix

    Faite le { $date }. Pour la vérifier, il ne faut ni le robot ni un réseau.

    - receipts/ : un reçu pour chaque choix, signé avec Ed25519
    - ledger_excerpt.jsonl : vos propres lignes du registre du robot, chacune scellée par son empreinte
    - heads.json : des fins signées du registre entier ; un registre réécrit plus tard ne peut pas les contenir
    - notices/ : mot pour mot les textes qui vous ont été montrés
    - public_key.pem : la clé publique du robot, { $key }
    - verify.py : la vérification

    Avec Python 3.11 ou plus récent :

        pip install cryptography
        python verify.py

    Il affiche ce qui tient, ou une phrase avec le fichier, le champ ou la ligne qui ne tient pas. Qui a la commande du robot vérifie la même chose avec « pepite audit proof » et ce fichier.

    Les lignes sont codées : ni votre nom ni votre numéro n’y figurent. Une fois tout effacé, ces reçus tiennent toujours.
