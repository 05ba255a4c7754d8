/**
 * Where things are: the divisions of GB/T 2260 with the statistical codes below them, the
 * district's boundary, and the grids drawn in it in four layers, each with all it was on earlier
 * days. Some divisions exist only in statistics and are never shown. The places of communities are
 * schematic (示意): no true ones are known, and none are claimed.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "api",
      "tenancy",
      "permission",
      "journal",
      "exchange"
    })
package org.silian.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
