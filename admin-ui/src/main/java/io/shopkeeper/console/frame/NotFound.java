package io.shopkeeper.console.frame;

import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Answers that there is nothing at this address. */
public final class NotFound {

  private NotFound() {}

  /** Sends 404 and ends the page. */
  public static void answer() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().responseSendError(404, "");
    faces.responseComplete();
  }
}
