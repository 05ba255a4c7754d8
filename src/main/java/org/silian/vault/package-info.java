/**
 * What nobody may read in the database: the installation's secret, encrypted fields, blind indexes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.silian.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
