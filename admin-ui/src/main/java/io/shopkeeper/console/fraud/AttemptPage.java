package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.attempt.AttemptCase;
import io.shopkeeper.fraud.boundary.attempt.AttemptDesk;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** One sign-in or sign-up: what was decided and why. */
@Named("attemptPage")
@RequestScoped
public class AttemptPage {

  @Inject private AttemptDesk desk;
  @Inject private PaymentLook look;
  @Inject private Words words;
  @Inject private Reader reader;
  @Inject private Asked asked;

  private String id;
  private AttemptCase found;

  @PostConstruct
  void begin() {
    id = asked.text("id").orElse("");
    AttemptKind kind =
        AttemptKind.SIGNUP.name().equals(asked.text("kind").orElse(""))
            ? AttemptKind.SIGNUP
            : AttemptKind.LOGIN;
    found = desk.find(kind, id, reader.getLocale()).orElse(null);
  }

  /** Says so where there is none. */
  public void load() throws IOException {
    if (found == null) {
      NotFound.answer();
    }
  }

  public AttemptCase getFound() {
    return found;
  }

  /** Such as "Sign-in l-1". */
  public String getTitle() {
    return words.format("attempt.title", words.of("attemptKind", found.row().kind()), id);
  }

  public String getTone() {
    return look.tone(found.row().outcome());
  }

  /** Whether the password was right; a dash where nobody knows. */
  public String getPassword() {
    return found.row().succeeded() == null
        ? "–"
        : words.of("attemptPassword", found.row().succeeded());
  }
}
