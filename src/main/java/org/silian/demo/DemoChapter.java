package org.silian.demo;

/** What one module tells of the demo district. */
public interface DemoChapter {

  /** Tells it, once, in the demo district. */
  void tell(DemoScene scene);

  /** What it tells, if anything, of the neighbouring district, which is small. */
  default void tellNeighbour(DemoScene scene) {}
}
