/// The rules of the house that can be read off the class files, and the test that holds the project to them.
@NullMarked
package dev.simulacra.architecture;

import org.jspecify.annotations.NullMarked;
