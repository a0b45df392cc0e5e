package io.shopkeeper.platform.boundary;

import java.io.IOException;

/**
 * What the module of a model tells the registry about it when it starts.
 *
 * @param name the model, such as {@code recommendation}
 * @param texts what its card says until somebody writes better
 * @param reader reads an artefact, to find out whether this build can
 */
public record ModelDescription(String name, CardTexts texts, Reader reader) {

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
