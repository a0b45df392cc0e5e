package io.shopkeeper.platform.boundary;

import java.util.List;

/**
 * A choice that whoever starts a job has.
 *
 * @param name of the parameter, such as {@code algorithm}
 * @param values what may be chosen, the usual one first; never empty
 */
public record JobParameter(String name, List<String> values) {

  public JobParameter {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("parameter " + name + " offers nothing to choose");
    }
    values = List.copyOf(values);
  }

  /** What is meant where nobody chooses. */
  public String standard() {
    return values.getFirst();
  }
}
