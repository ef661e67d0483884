/// Data to learn from: files of images and their labels.
@NullMarked
package dev.simulacra.data;

import org.jspecify.annotations.NullMarked;
