package io.shopkeeper.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Optional;

/**
 * What the request asks for by name. Pages read it before the components do, so that what is shown
 * is known in every phase of a postback; buttons of a list name their row instead of its position.
 */
@RequestScoped
public class Asked {

  /** A parameter's text; empty where it is missing or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(
            FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name))
        .filter(text -> !text.isBlank());
  }

  /** A parameter's whole number; empty where it is missing or none. */
  public Optional<Long> number(String name) {
    return text(name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
  }

  /** A parameter of a form that this session was given: of a guarded act. */
  public Optional<String> act(String name) {
    return FacesContext.getCurrentInstance().isPostback() ? text(name) : Optional.empty();
  }

  /** A parameter of a guarded act as it was typed, also where it is blank. */
  public Optional<String> raw(String name) {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces.isPostback()
        ? Optional.ofNullable(faces.getExternalContext().getRequestParameterMap().get(name))
        : Optional.empty();
  }

  /** All values of a parameter of a guarded act, such as ticked boxes. */
  public List<String> all(String name) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String[] values =
        faces.isPostback()
            ? faces.getExternalContext().getRequestParameterValuesMap().get(name)
            : null;
    return values == null ? List.of() : List.of(values);
  }
}
