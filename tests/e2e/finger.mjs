// One finger, as real touch events through the debugger.

/** A finger on this page. */
export async function finger(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const wait = (ms) => page.waitForTimeout(ms);
  const centre = async (locator) => {
    await locator.scrollIntoViewIfNeeded();
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  return {
    /** A short touch in the middle of an element. */
    async tap(locator) {
      const [x, y] = await centre(locator);
      await send('touchStart', [{ x, y }]);
      await wait(30);
      await send('touchEnd', []);
      await wait(60);
    },
    /** From one point to another. */
    async drag(x, y, toX, toY) {
      await send('touchStart', [{ x, y }]);
      for (let i = 1; i <= 8; i += 1) {
        await send('touchMove', [{ x: x + ((toX - x) * i) / 8, y: y + ((toY - y) * i) / 8 }]);
        await wait(16);
      }
      await send('touchEnd', []);
      await wait(60);
    },
  };
}
