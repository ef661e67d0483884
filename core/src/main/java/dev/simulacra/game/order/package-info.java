/// Orders in which the players move within one step.
@NullMarked
package dev.simulacra.game.order;

import org.jspecify.annotations.NullMarked;
