package io.shopkeeper.console.placement;

import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Titles;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.recommendation.boundary.Explanations;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.explanation.Explanation;
import io.shopkeeper.recommendation.boundary.explanation.ProductTrace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody would get by the draft, and why. Who may not see customers sees what a stranger
 * gets.
 */
@Named("preview")
@RequestScoped
public class PreviewPanel {

  private static final int LONGEST = 128;

  @Inject private Explanations explanations;
  @Inject private Customers customers;
  @Inject private PlacementPage page;
  @Inject private TraceWords traces;
  @Inject private Titles titles;
  @Inject private Reader reader;
  @Inject private Words words;
  @Inject private Asked asked;
  @Inject private Me me;

  private Explanation answer;
  private boolean made;

  /**
   * A product and what happened to it.
   *
   * @param fate a word for it
   * @param tone of that word
   * @param steps sentences in their order
   */
  public record Line(ProductTrace trace, String fate, String tone, List<String> steps) {}

  private Optional<String> id(String name) {
    return asked.text(name).map(String::strip).filter(text -> text.length() <= LONGEST);
  }

  /** The customer for whom it is; empty for nobody. */
  public String getCustomer() {
    return me.may("SEE_CUSTOMERS") ? id("customer").orElse("") : "";
  }

  /** The visitor for whom it is; empty for nobody. */
  public String getVisitor() {
    return me.may("SEE_CUSTOMERS") ? id("visitor").orElse("") : "";
  }

  /** The product whose page is looked at; empty elsewhere. */
  public String getProduct() {
    return id("product").orElse("");
  }

  /** The product of which somebody asks why it is not there; empty for none. */
  public String getWhyNot() {
    return id("whyNot").orElse("");
  }

  /** The title of the product whose page is looked at. */
  public String getProductTitle() {
    return getProduct().isEmpty() ? "" : titles.of(getProduct());
  }

  /** The answer; null while the draft cannot be used. */
  public Explanation getAnswer() {
    if (!made) {
      made = true;
      answer =
          page.getRecipe()
              .map(recipe -> explanations.preview(request(), recipe, orNull(getWhyNot())))
              .orElse(null);
    }
    return answer;
  }

  private RecommendationRequest request() {
    return new RecommendationRequest(
        orNull(getCustomer()),
        orNull(getVisitor()),
        null,
        orNull(getProduct()),
        page.getName(),
        null,
        Set.of(),
        null,
        reader.getLocale().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** For whom it is, and how much is known. */
  public String getWho() {
    int acts = getAnswer().acts() - (getProduct().isEmpty() ? 0 : 1);
    if (getCustomer().isEmpty() && getVisitor().isEmpty()) {
      return words.format("preview.stranger");
    }
    String name =
        getCustomer().isEmpty()
            ? getVisitor()
            : customers.find(getCustomer()).map(CustomerData::name).orElse(getCustomer());
    return words.format("preview.for", name, acts);
  }

  /** What is shown. */
  public List<Line> getShown() {
    return getAnswer().shown().stream().map(this::line).toList();
  }

  /** The best of what is not shown. */
  public List<Line> getBehind() {
    return getAnswer().behind().stream().map(this::line).toList();
  }

  /** The product of which somebody asked; empty if nobody did. */
  public List<Line> getAsked() {
    return getAnswer().asked() == null ? List.of() : List.of(line(getAnswer().asked()));
  }

  private Line line(ProductTrace trace) {
    return new Line(
        trace,
        words.of("fate", trace.fate()),
        TraceWords.tone(trace.fate()),
        traces.steps(getAnswer(), trace));
  }
}
