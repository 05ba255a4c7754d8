package org.silian.organisation;

import java.util.ArrayList;
import java.util.List;

/**
 * An organisation's place in the tree: the numbers from the root down to it, in base 36, each
 * followed by a point. A subtree is all paths that begin with its root's.
 */
record Path(String text) {

  private static final int BASE = 36;

  /** The root's. */
  static final Path ROOT = new Path("1.");

  /** The path of the n-th organisation founded under this one. */
  Path child(int number) {
    return new Path(text + Integer.toString(number, BASE) + ".");
  }

  /** The paths of this organisation and all above it, the root's first. */
  List<String> upwards() {
    var paths = new ArrayList<String>();
    for (int end = text.indexOf('.'); end >= 0; end = text.indexOf('.', end + 1)) {
      paths.add(text.substring(0, end + 1));
    }
    return paths;
  }
}
