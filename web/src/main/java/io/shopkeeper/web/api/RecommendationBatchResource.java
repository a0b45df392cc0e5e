package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Products to show at several places, or to several people, by one request. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
public class RecommendationBatchResource {

  private static final int USUAL = 10;
  private static final String WHAT =
      "Up to 100 questions. Each has its result at its place: an answer, or errors with pointers into"
          + " the question; the others are answered all the same. What is not reached within 5"
          + " seconds is left out and says so.";

  @Inject private Recommender recommender;
  @Inject private ShownProducts shown;
  @Inject private VouchedCustomer vouched;
  @Inject private Clock clock;

  /**
   * A product to which others belong.
   *
   * @param n 1 to 100; 10 if not given
   */
  public record RelatedQuestion(String product, Integer n) {}

  /**
   * What is liked.
   *
   * @param n 1 to 100; 10 if not given
   * @param filter {@code category:PATH}; all if not given
   */
  public record TrendingQuestion(Integer n, String filter) {}

  /**
   * For visitors. A public key may name one customer only, with that customer's identity token.
   *
   * @param include {@code product} for what a page shows of each product
   */
  @POST
  @Path("recommendations:batch")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(summary = "Products for several visitors or placements at once", description = WHAT)
  public BatchAnswer<ShownProducts.Answer> recommend(
      List<RecommendationQuestion> questions,
      @QueryParam("include") String include,
      @HeaderParam("Shopkeeper-Identity") String identity,
      @BeanParam Language language) {
    ShownProducts.requireKnown(include);
    Locale locale = language.locale();
    return BatchAnswer.of(
        questions,
        clock,
        question -> {
          RecommendationAnswer answer =
              recommender.recommend(own(question, identity).request(locale));
          return include == null ? ShownProducts.bare(answer) : shown.with(answer, locale);
        });
  }

  private RecommendationQuestion own(RecommendationQuestion question, String identity) {
    return question.customer() == null
        ? question
        : question.of(vouched.require(question.customer(), identity));
  }

  /** For product pages. */
  @POST
  @Path("products:similar")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(
      summary = "Products that the same people like, for several products at once",
      description = WHAT)
  public BatchAnswer<RecommendationAnswer> similar(
      List<RelatedQuestion> questions, @BeanParam Language language) {
    return related(questions, language, recommender::similar);
  }

  /** For product pages and carts. */
  @POST
  @Path("products:bought-together")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(
      summary = "Products that are bought on the same day, for several products at once",
      description = WHAT)
  public BatchAnswer<RecommendationAnswer> boughtTogether(
      List<RelatedQuestion> questions, @BeanParam Language language) {
    return related(questions, language, recommender::boughtTogether);
  }

  /** What belongs to a product, by whichever kind of belonging. */
  private interface Related {

    RecommendationAnswer of(String product, int n, Locale locale);
  }

  private BatchAnswer<RecommendationAnswer> related(
      List<RelatedQuestion> questions, Language language, Related kind) {
    return BatchAnswer.of(
        questions,
        clock,
        question -> kind.of(product(question), count(question.n()), language.locale()));
  }

  /** For anybody. */
  @POST
  @Path("trending:batch")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(
      summary = "What is liked most these weeks, for several categories at once",
      description = WHAT)
  public BatchAnswer<RecommendationAnswer> trending(
      List<TrendingQuestion> questions, @BeanParam Language language) {
    return BatchAnswer.of(
        questions,
        clock,
        question ->
            recommender.trending(
                count(question.n()),
                RecommendationQuestion.category(question.filter()),
                language.locale()));
  }

  private static int count(Integer n) {
    return n == null ? USUAL : Count.require(n);
  }

  private static String product(RelatedQuestion question) {
    if (question.product() == null || question.product().isBlank()) {
      throw InvalidInputException.of("/product", "is missing");
    }
    RecommendationQuestion.requireShort("product", question.product());
    return question.product();
  }
}
