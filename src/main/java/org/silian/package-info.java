/** One package per module; {@code docs/modules} has the map. */
@NullMarked
package org.silian;

import org.jspecify.annotations.NullMarked;
