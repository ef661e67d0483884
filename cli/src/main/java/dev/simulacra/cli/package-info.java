/// The entry point of the command line.
///
/// A program with its own experiments calls [dev.simulacra.cli.Simulacra].
@NullMarked
package dev.simulacra.cli;

import org.jspecify.annotations.NullMarked;
