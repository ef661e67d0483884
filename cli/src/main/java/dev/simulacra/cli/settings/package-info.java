/// Experiments by name, and their settings: words of the command line into records.
@NullMarked
package dev.simulacra.cli.settings;

import org.jspecify.annotations.NullMarked;
