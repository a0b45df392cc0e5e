/** What is left after the worst moment: the process is killed, the shop starts again. */
package io.shopkeeper.integration.fault;
