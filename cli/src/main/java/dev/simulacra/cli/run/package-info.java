/// Training of one run and of several seeds, and sampling from a generator's file.
@NullMarked
package dev.simulacra.cli.run;

import org.jspecify.annotations.NullMarked;
