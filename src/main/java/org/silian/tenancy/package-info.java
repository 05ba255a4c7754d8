/** One schema per district: the registry, the binding of each request, connections, migrations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "postgres", "vault"})
package org.silian.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
