package org.silian.journal;

import java.util.List;

/**
 * The figures one module brings, as a bean.
 *
 * @param name of the set, the module's name
 * @param definitions in the order in which people read them
 */
public record FigureSet(String name, List<FigureDefinition> definitions) {}
