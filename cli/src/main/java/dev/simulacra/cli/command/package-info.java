/// The other commands, a class each.
@NullMarked
package dev.simulacra.cli.command;

import org.jspecify.annotations.NullMarked;
