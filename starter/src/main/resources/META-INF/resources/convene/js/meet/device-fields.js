// Which camera, microphone and speaker: the same fields before and in a call.
import { el } from '../dom.js';
import { canChooseSpeaker, chooseSpeaker, chosenSpeaker } from './sound.js';

const FIELDS = [
  {
    id: 'camera',
    label: 'Camera',
    list: 'videoinput',
    none: 'No camera',
    chosen: media => media.chosen('video'),
    choose: (media, id) => media.choose('video', id),
  },
  {
    id: 'microphone',
    label: 'Microphone',
    list: 'audioinput',
    none: 'No microphone',
    chosen: media => media.chosen('audio'),
    choose: (media, id) => media.choose('audio', id),
  },
  ...(canChooseSpeaker
    ? [
        {
          id: 'speaker',
          label: 'Speaker',
          list: 'audiooutput',
          none: 'System default',
          chosen: chosenSpeaker,
          choose: (media, id) => chooseSpeaker(id),
        },
      ]
    : []),
];

/** @return {{nodes: Node[], stop: () => void}} fields that stay in step with the devices plugged in */
export function deviceFields(media, prefix = '') {
  const fields = FIELDS.map(field => ({
    ...field,
    select: el('select', {
      class: 'input',
      id: prefix + field.id,
      on: { change: event => field.choose(media, event.target.value) },
    }),
  }));
  const show = () => fields.forEach(field => fill(field, media));
  media.addEventListener('change', show);
  show();
  return {
    nodes: fields.map(({ label, select }) => el('div', { class: 'field' }, el('label', { for: select.id }, label), select)),
    stop: () => media.removeEventListener('change', show),
  };
}

function fill({ select, list, label, none, chosen }, media) {
  const devices = media.devices[list];
  const signature = JSON.stringify(devices);
  if (select.dataset.signature !== signature) {
    select.dataset.signature = signature;
    const options = devices.map((device, i) => el('option', { value: device.deviceId }, device.label || `${label} ${i + 1}`));
    select.replaceChildren(...(options.length ? options : [el('option', { value: '' }, none)]));
  }
  select.disabled = devices.length === 0;
  const id = chosen(media);
  select.value = devices.some(device => device.deviceId === id) ? id : (devices[0]?.deviceId ?? '');
}
