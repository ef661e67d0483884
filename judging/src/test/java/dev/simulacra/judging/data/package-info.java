/// Data files and tables for tests.
@NullMarked
package dev.simulacra.judging.data;

import org.jspecify.annotations.NullMarked;
