/* Hear yourself: recorded into this page's memory, played from there, sent nowhere, gone with it. */
(() => {
  const box = document.getElementById("recorder");
  const find = (name) => box.querySelector(`[data-${name}]`);
  if (!box || !window.MediaRecorder || !navigator.mediaDevices) return;
  const [record, stop, forget, clock, heard, refused] =
    ["record", "stop", "forget", "clock", "heard", "refused"].map(find);
  let recorder = null;
  let address = "";
  let ticking = 0;
  box.hidden = false;

  const show = (recording, any) => {
    record.hidden = recording;
    stop.hidden = !recording;
    forget.hidden = heard.hidden = recording || !any;
  };
  const let_go = () => {
    if (address) URL.revokeObjectURL(address);
    address = "";
    heard.removeAttribute("src");
    heard.load();
  };
  const tick = (since) => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  record.addEventListener("click", async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      refused.hidden = false;
      return;
    }
    let_go();
    const pieces = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (piece) => pieces.push(piece.data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      clearInterval(ticking);
      address = URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType }));
      heard.src = address;
      show(false, true);
      heard.focus();
    });
    recorder.start();
    const since = Date.now();
    tick(since);
    ticking = setInterval(tick, 250, since);
    show(true, false);
    stop.focus();
  });
  stop.addEventListener("click", () => recorder && recorder.state === "recording" && recorder.stop());
  forget.addEventListener("click", () => {
    let_go();
    clock.textContent = "0:00";
    show(false, false);
    record.focus();
  });
  window.addEventListener("pagehide", let_go);
})();
