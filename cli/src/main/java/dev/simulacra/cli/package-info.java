/// The command line: words into records, reports onto the screen.
@NullMarked
package dev.simulacra.cli;

import org.jspecify.annotations.NullMarked;
