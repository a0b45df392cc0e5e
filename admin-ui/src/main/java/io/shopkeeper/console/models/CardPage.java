package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelCard;
import io.shopkeeper.platform.boundary.ModelCards;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** The card of a version, to read, to take along, and to write on. */
@Named("card")
@RequestScoped
public class CardPage {

  @Inject private ModelCards cards;
  @Inject private ModelRegistry registry;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private int number;
  private ModelCard card;
  private String intendedEn;
  private String intendedZh;
  private String limitsEn;
  private String limitsZh;

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("");
    number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    if (registry.find(name, number).isPresent()) {
      card = cards.card(name, number, reader.getLocale());
      CardTexts texts = cards.texts(name);
      intendedEn = texts.intendedEn();
      intendedZh = texts.intendedZh();
      limitsEn = texts.limitsEn();
      limitsZh = texts.limitsZh();
    }
  }

  /** Says so where there is no such version. */
  public void load() throws IOException {
    if (card == null) {
      NotFound.answer();
    }
  }

  /** Keeps what was written. */
  public String write() {
    me.require(Right.DESCRIBE_MODELS);
    try {
      cards.write(name, new CardTexts(intendedEn, intendedZh, limitsEn, limitsZh), me.getName());
      say.ok("card.written");
    } catch (InvalidInputException tooLong) {
      say.bad("card.tooLong");
      return null;
    }
    return "/card?name=" + name + "&version=" + number + "&faces-redirect=true";
  }

  public ModelCard getCard() {
    return card;
  }

  public String getName() {
    return name;
  }

  public int getNumber() {
    return number;
  }

  public String getIntendedEn() {
    return intendedEn;
  }

  public void setIntendedEn(String text) {
    this.intendedEn = text;
  }

  public String getIntendedZh() {
    return intendedZh;
  }

  public void setIntendedZh(String text) {
    this.intendedZh = text;
  }

  public String getLimitsEn() {
    return limitsEn;
  }

  public void setLimitsEn(String text) {
    this.limitsEn = text;
  }

  public String getLimitsZh() {
    return limitsZh;
  }

  public void setLimitsZh(String text) {
    this.limitsZh = text;
  }
}
