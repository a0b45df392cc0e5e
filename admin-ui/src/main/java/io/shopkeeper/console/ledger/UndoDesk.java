package io.shopkeeper.console.ledger;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Remembers the last act of this session that can be taken back. */
@SessionScoped
public class UndoDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  private Step step;
  private boolean fresh;

  /**
   * What takes an act back.
   *
   * @param token that names it in a form
   * @param text what was done
   */
  public record Step(String token, String list, String act, List<String> ids, String text)
      implements Serializable {}

  /** Offers to take an act back, on the page that follows. */
  void offer(String list, String act, List<String> ids, String text) {
    step = new Step(UUID.randomUUID().toString(), list, act, List.copyOf(ids), text);
    fresh = true;
  }

  /** The step to offer on a page of this list: once, on the first page after the act. */
  Optional<Step> show(String list) {
    Optional<Step> shown =
        Optional.ofNullable(step).filter(last -> fresh && last.list().equals(list));
    fresh = false;
    return shown;
  }

  /** What is to be taken back, if the token is that of the last act; it can be taken once. */
  Optional<Step> take(String token) {
    Optional<Step> taken = Optional.ofNullable(step).filter(last -> last.token().equals(token));
    step = null;
    return taken;
  }
}
