/** What the system refuses and how it says so: RFC 9457 problem details with stable codes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package org.silian.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
