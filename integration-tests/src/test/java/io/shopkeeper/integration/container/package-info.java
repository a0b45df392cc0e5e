/**
 * Tests that run inside the provisioned server: what no request from outside can show, such as
 * transactions that span modules. Arquillian starts a server of its own with an empty shop and
 * deploys the real application, with the test's classes beside those of {@code web}.
 *
 * <pre>{@code
 * @Tag("in-container")
 * @ExtendWith(ArquillianExtension.class)
 * class SomethingIT {
 *   @Deployment
 *   static EnterpriseArchive application() {
 *     return Application.with(SomethingIT.class);
 *   }
 *
 *   @Inject private Products products;
 *   …
 * }
 * }</pre>
 */
package io.shopkeeper.integration.container;
