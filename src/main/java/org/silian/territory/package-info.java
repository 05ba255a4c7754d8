/**
 * Where things are: the divisions of GB/T 2260 with the statistical codes below them, and the grids
 * drawn over communities in four layers. Some divisions exist only in statistics and are never
 * shown. Positions are schematic (示意): no true coordinates of communities are known, and none are
 * claimed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "api", "tenancy", "permission", "journal"})
package org.silian.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
