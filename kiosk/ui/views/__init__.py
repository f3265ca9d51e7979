"""One view for each page: fold the scene, derive what QML shows, emit what changed."""
