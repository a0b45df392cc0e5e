package io.shopkeeper.platform.boundary;

import java.io.IOException;

/**
 * What the module of a model tells the registry about it when it starts.
 *
 * @param name the model, such as {@code recommendation}, or with a star at its end all models whose
 *     names begin so, such as {@code prediction-*}
 * @param texts what its card says until somebody writes better
 * @param reader reads an artefact, to find out whether this build can
 */
public record ModelDescription(String name, CardTexts texts, Reader reader) {

  private static final String ANY = "*";

  /** Whether it tells about the model of that name. */
  public boolean tellsOf(String model) {
    return name.endsWith(ANY)
        ? model.startsWith(name.substring(0, name.length() - ANY.length()))
        : model.equals(name);
  }

  /** Reads an artefact. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads it and throws it away.
     *
     * @throws IOException if this build cannot read it
     */
    void read(byte[] artefact) throws IOException;
  }
}
