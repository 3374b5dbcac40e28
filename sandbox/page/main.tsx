import './styles/theme.css';
import './styles/layout.css';
import './styles/list.css';
import './styles/chat.css';
import './styles/card.css';
import './styles/panels.css';
import { render } from 'preact';
import { App } from './parts/app.tsx';
import { become } from './state/session.ts';
import { getState } from './state/store.ts';

const root = document.getElementById('app');
if (root) render(<App />, root);

// The remembered person may be of another roster.
become(getState().me).catch(() => become('le'));
