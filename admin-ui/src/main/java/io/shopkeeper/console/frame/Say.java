package io.shopkeeper.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Tells the reader what came of an act; it is shown on the page that follows, too. */
@RequestScoped
public class Say {

  @Inject private Words words;

  /** That it worked. */
  public void ok(String key, Object... values) {
    add(FacesMessage.SEVERITY_INFO, words.format(key, values));
  }

  /** That it worked, in words that are there already. */
  public void okText(String text) {
    add(FacesMessage.SEVERITY_INFO, text);
  }

  /** That it did not, and why. */
  public void bad(String key, Object... values) {
    add(FacesMessage.SEVERITY_ERROR, words.format(key, values));
  }

  /** That it did not, in words that came from below. */
  public void badText(String text) {
    add(FacesMessage.SEVERITY_ERROR, text);
  }

  private static void add(FacesMessage.Severity severity, String text) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, new FacesMessage(severity, text, null));
  }
}
