/**
 * The provisioned server as a test fixture: started on a free port of 127.0.0.1 with a data folder
 * of its own, stopped by its process id.
 *
 * <pre>{@code
 * @ExtendWith(RunningShop.OnH2.class)
 * class SomethingIT {
 *   @Test
 *   void answers(ShopServer shop) { … }
 * }
 * }</pre>
 */
package io.shopkeeper.integration.server;
