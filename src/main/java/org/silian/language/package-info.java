/** People's texts by code, in the person's language; 简体中文 first. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.silian.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
