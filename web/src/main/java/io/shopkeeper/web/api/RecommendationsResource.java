package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.Explanations;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.Recommender;
import io.shopkeeper.recommendation.boundary.explanation.Explanation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Products to show. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
@ApplicationScoped
public class RecommendationsResource {

  @Inject private Recommender recommender;
  @Inject private Explanations explanations;
  @Inject private WrittenAnswers written;
  @Inject private VouchedCustomer vouched;

  /** Who asks and for what. */
  @Vetoed // made for each request: far quicker without the container
  public static class Question {
    @QueryParam("customer")
    String customer;

    @QueryParam("visitor")
    String visitor;

    @QueryParam("product")
    String product;

    @QueryParam("session")
    String session;

    @QueryParam("placement")
    String placement;

    @QueryParam("exclude")
    String exclude;

    @QueryParam("filter")
    String filter;

    @QueryParam("diversify")
    String diversify;

    @HeaderParam("Shopkeeper-Identity")
    String identity;
  }

  /**
   * For a visitor. A public key may name a customer only with that customer's identity token.
   *
   * @param n 1 to 100; as many as the placement's recipe says if not given
   * @param include {@code product} for what a page shows of each product
   */
  @GET
  @Path("recommendations")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(summary = "Products for a visitor, best first, each with its reason")
  @APIResponseSchema(ShownProducts.Answer.class)
  public WrittenJson recommend(
      @BeanParam Question question,
      @QueryParam("n") Integer n,
      @QueryParam("include") String include,
      @BeanParam Language language) {
    if (question.customer != null) {
      question.customer = vouched.require(question.customer, question.identity);
    }
    ShownProducts.requireKnown(include);
    RecommendationRequest request = request(question, n, language);
    return include == null ? written.to(request) : written.withProducts(request);
  }

  /**
   * How an answer comes about.
   *
   * @param version of the placement's recipe; the one that the visitor gets if not given
   * @param whyNot a product to say of why it is not shown
   */
  @GET
  @Path("recommendations/explanation")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "Why these products for a visitor, why in this order, and why not another one",
      description =
          "Takes what GET /recommendations takes. Each product has what every source gave, the"
              + " factors of the rules, its rank, its place and its fate.")
  public Explanation explain(
      @BeanParam Question question,
      @QueryParam("n") Integer n,
      @QueryParam("version") Integer version,
      @QueryParam("whyNot") String whyNot,
      @BeanParam Language language) {
    RecommendationQuestion.requireShort("whyNot", whyNot);
    return explanations.of(request(question, n, language), version, whyNot);
  }

  private static RecommendationRequest request(Question question, Integer n, Language language) {
    return new RecommendationQuestion(
            question.customer,
            question.visitor,
            question.session,
            question.product,
            question.placement,
            n,
            question.exclude == null ? List.of() : List.of(question.exclude.split(",", -1)),
            question.filter,
            question.diversify)
        .request(language.locale());
  }

  /** For anybody. */
  @GET
  @Path("trending")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(summary = "What is liked most these weeks")
  public RecommendationAnswer trending(
      @QueryParam("n") @DefaultValue("10") int n,
      @QueryParam("filter") String filter,
      @BeanParam Language language) {
    return recommender.trending(
        Count.require(n), RecommendationQuestion.category(filter), language.locale());
  }
}
