/// The command `dynamics`: the spectrum of a small game or of a run.
@NullMarked
package dev.simulacra.cli.dynamics;

import org.jspecify.annotations.NullMarked;
