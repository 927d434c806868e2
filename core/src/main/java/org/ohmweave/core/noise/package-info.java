/**
 * Addressed randomness: a number is a function of seed, purpose, site and event, and of nothing
 * else.
 */
@NullMarked
package org.ohmweave.core.noise;

import org.jspecify.annotations.NullMarked;
