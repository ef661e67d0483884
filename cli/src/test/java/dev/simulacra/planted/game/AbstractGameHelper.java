package dev.simulacra.planted.game;

import java.nio.file.Path;

/// Breaks: names, abstract classes, files and the terminal in the mathematics.
abstract class AbstractGameHelper {
    void tell(Path file) {
        System.out.println(file);
    }
}
