/// Output to the terminal: its width, colours, the progress bar, error messages.
@NullMarked
package dev.simulacra.cli.screen;

import org.jspecify.annotations.NullMarked;
