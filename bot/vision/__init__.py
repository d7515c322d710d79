"""What is in a picture, seen once when it arrives: a Sight, computed by small networks.

No face is ever recognised, compared or kept as a template: boxes only, and only where the
purpose for boxes is on. Without the networks, plain arithmetic still tells quality, what draws
the eye, colours and near-twins.
"""
