/** Roles, permissions and the annotations by which an endpoint names what it needs. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.silian.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
